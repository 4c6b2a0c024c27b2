/** A page that is left takes its calls with it: while somebody talks other pages open in a tab of their own, and leaving is asked about. */
const talking = () => document.querySelector("soft-phone")?.calls.length > 0;

addEventListener("beforeunload", (event) => {
    if (talking()) event.preventDefault();
});

document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href]:not([hx-get]):not([href^='#'])");
    if (!link) return;
    if (talking()) {
        link.dataset.target = link.target;
        link.target = "_blank";
    } else if ("target" in link.dataset) {
        link.target = link.dataset.target;
    }
}, true);
