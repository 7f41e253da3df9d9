// Lays the later picture over the earlier one and lets a slider, a finger or a mouse uncover it. The pictures stand side by
// side in any case; nothing is added to them and nothing is taken away.
for (const view of document.querySelectorAll("[data-compare]")) {
  const compare = view.querySelector(".compare");
  const range = compare.querySelector("input");
  const stage = compare.querySelector(".compare__stage");

  // Only for whoever opens it: a telephone would load each picture once more, twice as wide as beside the other.
  const fill = () => {
    for (const shown of view.querySelectorAll(".view__figure > :first-child")) {
      const copy = shown.cloneNode(true);
      const image = copy.querySelector("img");
      if (image) {
        image.alt = "";
        image.fetchPriority = "auto";
        image.onerror = () => compare.remove();
      }

      for (const part of copy.querySelectorAll("[sizes]")) part.sizes = part.sizes.replace("45vw", "90vw");
      stage.append(copy);
    }
  };

  const show = (value) => {
    range.value = value;
    stage.style.setProperty("--at", `${range.value}%`);
    range.setAttribute("aria-valuetext", `Before: ${range.value}%. After: ${100 - range.value}%.`);
  };

  const point = (event) => {
    const box = stage.getBoundingClientRect();
    show(Math.round(100 * (event.clientX - box.left) / box.width));
  };

  // A finger that turns out to scroll the page (touch-action in the stylesheet) has moved nothing here.
  let before = range.value;
  for (const touched of [range, stage]) {
    touched.addEventListener("pointerdown", () => before = range.value);
    touched.addEventListener("pointercancel", () => show(before));
  }

  range.addEventListener("input", () => show(range.value));
  stage.addEventListener("pointerdown", (event) => { if (event.button === 0) stage.setPointerCapture(event.pointerId); });
  stage.addEventListener("pointermove", (event) => { if (stage.hasPointerCapture(event.pointerId)) point(event); });
  stage.addEventListener("pointerup", (event) => {
    if (stage.hasPointerCapture(event.pointerId)) {
      point(event);
      range.focus({ preventScroll: true });
    }
  });

  show(range.value);
  compare.querySelector(".compare__lost").remove();
  compare.querySelector(".compare__body").hidden = false;
  if (compare.open) {
    fill();
  } else {
    compare.addEventListener("toggle", fill, { once: true });

    // Where it stands beside the pictures, nothing moves when it opens.
    compare.open = getComputedStyle(compare.parentElement).gridTemplateColumns.includes(" ");
  }
}
