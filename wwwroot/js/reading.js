// Prints the page, and reads it aloud with a voice that is on the device: a voice on the network would be sent the text.
// Where there is no such voice, there is no button.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

const place = document.querySelector("[data-listen]");
const button = place?.querySelector("button");
const speech = window.speechSynthesis;
const words = { silent: "Listen", reading: "Pause", paused: "Go on" };

if (button && speech) {
  const blocks = [...document.querySelectorAll(":is(.urgent, main) :is(h1, h2, h3, h4, p, li, dt, dd, tr, figcaption)")]
    .filter((block) => !block.closest(".crumbs, .toc, .tools, .meta, .sources, .tags, .call, .related, [aria-hidden]")
      && !block.querySelector("p, li, dt, dd, tr"));
  let next = 0;
  let turn = 0;

  const voice = () => {
    const here = speech.getVoices().filter((one) => one.localService && /^en([-_]|$)/i.test(one.lang));
    return here.find((one) => one.default) ?? here.find((one) => /^en[-_]us/i.test(one.lang)) ?? here[0];
  };

  // Without the numbers of sources and what only decorates.
  const textOf = (block) => {
    const copy = block.cloneNode(true);
    copy.querySelectorAll(".ref, svg, [aria-hidden]").forEach((part) => part.remove());
    return [...(copy.matches("tr") ? copy.cells : [copy])].map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(", ");
  };

  const show = (state) => {
    button.textContent = words[state];
    button.classList.toggle("tools__listen--reading", state === "reading");
    blocks.forEach((block, index) => block.classList.toggle("spoken", state === "reading" && index === next));
  };

  // Not the browser's own pause: on some telephones it ends the reading for good.
  const pause = () => {
    turn += 1;
    speech.cancel();
    show(next < blocks.length ? "paused" : "silent");
    next %= blocks.length;
  };

  const read = () => {
    const text = next < blocks.length && textOf(blocks[next]);
    if (text === false) {
      pause();
    } else if (text === "") {
      next += 1;
      read();
    } else {
      const mine = turn;
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice();
      utterance.lang = utterance.voice.lang;
      utterance.onend = () => { if (mine === turn) { next += 1; read(); } };
      utterance.onerror = () => { if (mine === turn) pause(); };
      show("reading");
      speech.speak(utterance);
    }
  };

  const isReading = () => button.textContent === words.reading;
  const look = () => { place.hidden = !voice(); };

  button.addEventListener("click", () => { if (isReading()) { pause(); } else { speech.cancel(); read(); } });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && isReading()) pause(); });
  window.addEventListener("pagehide", () => { if (isReading()) pause(); });
  speech.addEventListener?.("voiceschanged", look);
  look();
}
