// Lays the later picture over the earlier one and lets a slider, a finger or a mouse uncover it. The pictures stand side by
// side in any case; nothing is added to them and nothing is taken away.
for (const view of document.querySelectorAll("[data-compare]")) {
  const compare = view.querySelector(".compare");
  const range = compare.querySelector("input");
  const stage = compare.querySelector(".compare__stage");

  for (const shown of view.querySelectorAll(".view__figure > :first-child")) {
    const copy = shown.cloneNode(true);
    const image = copy.querySelector("img");
    if (image) image.alt = "";

    // On a telephone it is shown twice as wide as beside the other.
    for (const part of copy.querySelectorAll("[sizes]")) part.sizes = part.sizes.replace("45vw", "90vw");
    stage.append(copy);
  }

  const show = () => {
    stage.style.setProperty("--at", `${range.value}%`);
    range.setAttribute("aria-valuetext", `Before: ${range.value}%. After: ${100 - range.value}%.`);
  };

  // A page must still scroll under a finger that goes up or down: see touch-action in the stylesheet.
  const point = (event) => {
    const box = stage.getBoundingClientRect();
    range.value = Math.round(100 * (event.clientX - box.left) / box.width);
    show();
  };

  range.addEventListener("input", show);
  stage.addEventListener("pointerdown", (event) => {
    stage.setPointerCapture(event.pointerId);
    point(event);
  });
  stage.addEventListener("pointermove", (event) => { if (stage.hasPointerCapture(event.pointerId)) point(event); });
  show();
  compare.hidden = false;
}
