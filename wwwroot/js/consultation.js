// Tells how much of the message still fits, once that matters. The form works the same without it.
const message = document.querySelector("[data-longest]");
const left = document.querySelector("[data-left]");

if (message && left) {
  const longest = Number(message.dataset.longest);
  const quiet = longest / 10;
  let telling = 0;

  const tell = () => {
    const rest = longest - message.value.trim().length;
    left.textContent = rest > quiet ? ""
      : rest >= 0 ? `${rest} characters left`
      : `${-rest} characters too many`;
  };

  // A screen reader is told when the typing stops, not at every key.
  message.addEventListener("input", () => {
    clearTimeout(telling);
    telling = setTimeout(tell, 600);
  });
  tell();
}
