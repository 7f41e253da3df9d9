// Suggests pages while somebody types, as a combobox with a list (WAI-ARIA APG). The form works the same without it.
const quiet = 150;
const shortest = 2;

const enhance = (input) => {
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let options = [];
  let active = -1;
  let waiting = 0;
  let asking = null;
  const known = new Map();

  list.id = `${input.id}-list`;
  list.className = "search__list";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  told.className = "hidden";
  told.setAttribute("role", "status");
  input.after(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  const choose = (index) => {
    options[active]?.removeAttribute("aria-selected");
    active = index;
    const option = options[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    choose(-1);
    list.hidden = true;
    told.textContent = "";
    input.setAttribute("aria-expanded", "false");
  };

  const show = (pages) => {
    choose(-1);
    options = pages.map((page, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.className = "search__option";
      option.setAttribute("role", "option");
      option.textContent = page.title;
      option.dataset.address = page.address;
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    const count = options.length === 0 ? "" : options.length === 1 ? "1 suggestion" : `${options.length} suggestions`;
    // A number to call must not wait until somebody goes through the list.
    told.textContent = pages[0]?.address.startsWith("tel:") ? `${pages[0].title}. ${count}` : count;
  };

  const ask = async () => {
    clearTimeout(waiting);
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const typed = input.value;
      const answer = known.has(typed) ? null : await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal });
      const pages = answer === null ? known.get(typed) : answer.ok ? await answer.json() : [];
      // The browser is told to keep no answer, so going back a letter finds it here.
      if (answer?.ok) known.set(typed, pages);
      if (!signal.aborted && input.value === typed && document.activeElement === input) show(pages);
    } catch {
      // Without suggestions the search is still there.
    }
  };

  // What was suggested for other words is neither chosen any more nor shown late.
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    asking?.abort();
    choose(-1);
    if (input.value.trim().length < shortest) close();
    else waiting = setTimeout(ask, quiet);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const isOpen = !list.hidden;
    if (event.key === "Escape" && isOpen) {
      close();
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      location.assign(options[active].dataset.address);
    } else if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      // The field itself is one of the places.
      const places = options.length + 1;
      choose((active + 1 + (event.key === "ArrowDown" ? 1 : places - 1)) % places - 1);
    } else if (event.key === "ArrowDown" && input.value.trim().length >= shortest) {
      ask();
    } else {
      return;
    }
    event.preventDefault();
  });

  // A press must not take the focus away before it is a click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-address]");
    if (option) location.assign(option.dataset.address);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
};

for (const input of document.querySelectorAll("[data-suggest]")) enhance(input);
