// Tells how much of the message still fits, once that matters. The form works the same without it.
const message = document.querySelector("[data-longest]");
const left = document.querySelector("[data-left]");

if (message && left) {
  const longest = Number(message.dataset.longest);
  const quiet = longest / 10;
  const letters = window.Intl?.Segmenter ? new Intl.Segmenter() : null;
  let telling = 0;

  // As the server counts: what looks like one character is one.
  const length = (text) => [...(letters ? letters.segment(text) : text)].length;

  const tell = () => {
    const rest = longest - length(message.value.trim());
    left.textContent = rest > quiet ? ""
      : `${Math.abs(rest)} ${Math.abs(rest) === 1 ? "character" : "characters"} ${rest >= 0 ? "left" : "too many"}`;
  };

  // A screen reader is told when the typing stops, not at every key.
  message.addEventListener("input", () => {
    clearTimeout(telling);
    telling = setTimeout(tell, 600);
  });
  tell();
}
