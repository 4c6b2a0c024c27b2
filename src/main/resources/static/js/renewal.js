/**
 * Renews what is shown without touching what stayed as it was: elements that carry the mark of their content (data-mark) are kept while
 * it is the same, and with them what was opened, chosen, typed, played or said in them. For hx-swap="renew".
 */
const MARKED = "[data-mark]";
const mark = (element) => element.dataset.mark;
const holds = (element) => element.querySelector(MARKED) !== null;
const alike = (old, fresh) => old.tagName === fresh.tagName && old.id === fresh.id;

/** Whether it is renewed piece by piece. */
export const lasts = (old, fresh) => mark(old) === undefined && mark(fresh) === undefined && holds(fresh) && alike(old, fresh);

/** @returns {Element[]} what is new in it */
export function renew(shown, fresh) {
    const olds = Map.groupBy([...shown.children], mark);
    const take = (one, suits) => {
        const found = olds.get(mark(one))?.find(suits);
        if (found) olds.set(mark(one), olds.get(mark(one)).filter((old) => old !== found));
        return found;
    };
    const pairs = [...fresh.children].map((one) => ({ one, old: take(one, (old) => mark(one) !== undefined || old.isEqualNode(one)) }));
    for (const pair of pairs) pair.within = pair.old ? undefined : take(pair.one, (old) => lasts(old, pair.one));
    for (const gone of olds.values()) gone.forEach((old) => old.remove());

    const added = [];
    let at = shown.firstElementChild;
    for (const { one, old, within } of pairs) {
        const element = old ?? within ?? one;
        if (element === at) at = at.nextElementSibling;
        else shown.insertBefore(element, at);
        if (within) {
            within.className = one.className;
            added.push(...renew(within, one));
        } else if (!old) added.push(one);
    }
    return added;
}

window.htmx.defineExtension("renew", {
    isInlineSwap: (style) => style === "renew",
    handleSwap: (style, target, fragment) => style === "renew" && renew(target, fragment),
});

/** What an answer is meant for may have been replaced since it was asked for. */
document.addEventListener("htmx:beforeOnLoad", ({ detail }) => {
    if (!detail.target.isConnected) detail.target = document.getElementById(detail.target.id) ?? detail.target;
});

const asShown = (field) => {
    if (!field.options) field.value = field.defaultValue;
    else for (const option of field.options) option.selected = option.defaultSelected;
};

/** A choice that was refused, or never arrived, is not shown as if it had been taken. */
for (const event of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(event, ({ detail: { elt } }) => elt.closest('form[hx-swap="renew"]') && asShown(elt));
}
