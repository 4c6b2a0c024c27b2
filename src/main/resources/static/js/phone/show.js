/** Shows of what names states in an attribute only what names this one: <span data-call="ringing held">. */
export function show(root, attribute, state) {
    root.querySelectorAll(`[${attribute}]`).forEach((element) => {
        element.hidden = !element.getAttribute(attribute).split(" ").includes(state);
    });
}
