/** A field of files in the words of the page: what was chosen or dropped on its form is listed, added to, and taken out again. */
class ChosenFiles extends HTMLElement {
    #field;
    #list;
    #files = [];

    connectedCallback() {
        this.#field = this.querySelector("input");
        this.#list = this.querySelector("ul");
        const form = this.closest("form");
        this.#field.addEventListener("change", () => this.#add(this.#field.files));
        form.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
        form.addEventListener("drop", (event) => this.#drop(event));
    }

    #drop(event) {
        if (!event.dataTransfer.files.length) return;
        event.preventDefault();
        this.#add(event.dataTransfer.files);
    }

    #add(files) {
        this.#keep(this.#field.multiple ? [...this.#files, ...files] : [...files].slice(0, 1));
    }

    #keep(files) {
        this.#files = files;
        const all = new DataTransfer();
        files.forEach((file) => all.items.add(file));
        this.#field.files = all.files;
        this.#list.replaceChildren(...files.map((file) => this.#line(file)));
    }

    #line(file) {
        const line = document.createElement("li");
        const name = document.createElement("bdi");
        name.textContent = file.name;
        const size = document.createElement("span");
        size.className = "number soft";
        size.textContent = this.#size(file.size);
        const out = document.createElement("button");
        out.type = "button";
        out.textContent = "×";
        out.setAttribute("aria-label", `${this.dataset.remove} ${file.name}`);
        out.addEventListener("click", () => {
            this.#keep(this.#files.filter((other) => other !== file));
            this.#field.focus();
        });
        line.append(name, size, out);
        return line;
    }

    #size(bytes) {
        const [unit, share] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
        const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 };
        return new Intl.NumberFormat(`${document.documentElement.lang}-MA`, style).format(Math.max(bytes / share, 0.1));
    }
}

customElements.define("chosen-files", ChosenFiles);
