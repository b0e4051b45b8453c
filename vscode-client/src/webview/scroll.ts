import type { ScrollPlace } from "../core/messages.js";

/** How long after a scroll of our own the events are those of that scroll. */
const OWN_MS = 150;

/** Scrolls in step with the editor: goes where that is, and tells where a reader goes. */
export class Scroll {
  private ownUntil = 0;
  private scheduled = false;

  constructor(private readonly scrolled: (place: ScrollPlace) => void) {
    for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      // What follows is the reader's doing.
      window.addEventListener(kind, () => (this.ownUntil = 0), { passive: true });
    }
    document.addEventListener("scroll", () => this.tell(), { passive: true });
  }

  goTo({ block, fraction }: ScrollPlace): void {
    const element = document.getElementById(`block-${block}`);
    if (element === null) {
      return;
    }
    const { top, height } = element.getBoundingClientRect();
    const wanted = top + fraction * height - headHeight();
    if (Math.abs(wanted) > 4) {
      this.ownUntil = performance.now() + OWN_MS;
      window.scrollBy({ top: wanted, behavior: "instant" });
    }
  }

  private tell(): void {
    if (this.scheduled || performance.now() < this.ownUntil) {
      return;
    }
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      const place = performance.now() < this.ownUntil ? null : placeAtTop();
      if (place !== null) {
        this.scrolled(place);
      }
    });
  }
}

function placeAtTop(): ScrollPlace | null {
  const head = headHeight();
  for (const element of document.querySelectorAll<HTMLElement>(".document > .block")) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (bottom > head + 1) {
      const fraction = height === 0 ? 0 : Math.max(0, (head - top) / height);
      return { block: element.id.replace(/^block-/, ""), fraction };
    }
  }
  return null;
}

function headHeight(): number {
  return document.querySelector(".header")?.getBoundingClientRect().height ?? 0;
}
