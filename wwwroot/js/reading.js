// Prints the page, and reads it aloud with a voice that is on the device: a voice on the network would be sent the text.
// Where there is no such voice, there is no button.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

const place = document.querySelector("[data-listen]");
const button = place?.querySelector("button");
const speech = window.speechSynthesis;
const texts = "h1, h2, h3, h4, p, li, dt, dd, tr, figcaption";
const unread = ".ref, svg, [aria-hidden]";
const words = { silent: "Listen", reading: "Pause", paused: "Go on" };

if (button && speech) {
  const blocks = [...document.querySelectorAll(`:is(.urgent, main) :is(${texts})`)]
    .filter((block) => !block.closest(".crumbs, .toc, .tools, .meta, .sources, .tags, .call, .related, .neighbours, [aria-hidden]")
      && !block.parentElement.closest("tr"));
  let state = "silent";
  let next = 0;
  let turn = 0;

  // Kept here, because some browsers throw away a text that nothing holds and never tell its end.
  let current;

  const voice = () => {
    const here = speech.getVoices().filter((one) => one.localService && /^en([-_]|$)/i.test(one.lang));
    return here.find((one) => one.default) ?? here.find((one) => /^en[-_]us/i.test(one.lang)) ?? here[0];
  };

  // Without the numbers of sources, what only decorates, and what is read for itself.
  const textOf = (block) => {
    const copy = block.cloneNode(true);
    copy.querySelectorAll(copy.matches("tr") ? unread : `${unread}, ${texts}`).forEach((part) => part.remove());
    return [...(copy.matches("tr") ? copy.cells : [copy])].map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(", ");
  };

  const show = (now) => {
    state = now;
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
      current = new SpeechSynthesisUtterance(text);
      current.voice = voice();
      current.lang = current.voice.lang;
      current.onend = () => { if (mine === turn) { next += 1; read(); } };
      current.onerror = () => { if (mine === turn) pause(); };
      show("reading");
      speech.speak(current);
    }
  };

  const look = () => { place.hidden = !voice(); };

  button.addEventListener("click", () => { if (state === "reading") { pause(); } else { speech.cancel(); read(); } });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && state === "reading") pause(); });
  window.addEventListener("pagehide", () => { if (state === "reading") pause(); });
  speech.addEventListener?.("voiceschanged", look);
  look();
}
