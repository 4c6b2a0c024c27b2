/** Keyboard shortcuts; "?" shows them. Letters count only where nobody is typing. */
const show = () => document.getElementById("keys")?.showModal();
const focus = (id) => document.getElementById(id)?.focus();
const press = (id) => document.getElementById(id)?.click();
const phone = (what) => document.querySelector(`phone-call [data-do="${what}"]:not([hidden])`)?.click();

const strokes = {
    "?": show,
    "/": () => focus("find"),
    r: () => (press("as-reply"), focus("body")),
    n: () => (press("as-note"), focus("body")),
    h: () => location.assign("/"),
    a: () => press("be-available"),
    p: () => phone("answer"),
    w: () => phone("hold"),
    m: () => phone("mute"),
    x: () => phone("hang-up"),
};

const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

function sends(event) {
    return event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "body";
}

function send() {
    press(document.getElementById("as-note")?.checked ? "keep" : "send");
}

document.addEventListener("keydown", (event) => {
    if (sends(event)) {
        event.preventDefault();
        send();
    } else if (event.key === "F8") {
        event.preventDefault();
        phone("answer");
    } else if (!typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey && strokes[event.key]) {
        event.preventDefault();
        strokes[event.key]();
    }
});

document.addEventListener("click", ({ target }) => {
    const opens = target.closest("[data-opens]");
    if (opens) document.getElementById(opens.dataset.opens)?.showModal();
});
