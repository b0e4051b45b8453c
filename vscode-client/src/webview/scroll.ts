import type { ScrollPlace } from "../core/messages.js";

/** How long after a reader has acted, and after each scroll that came of it, scrolls are the reader's. */
const READER_MS = 1000;

/** Blocks out of sight have the height that they are thought to have: nearer ones move the place again. */
const MOST_FRAMES = 20;

/** Frames in a row that leave the place where it is, after which it stays. */
const STILL_FRAMES = 3;

/**
 * Scrolls in step with the editor: goes where that is, and tells where a reader goes. The page also
 * scrolls by itself, to a block that is edited or as blocks come and go: that is no news.
 */
export class Scroll {
  private readerUntil = 0;
  private scheduled = false;
  private going = 0;

  constructor(private readonly scrolled: (place: ScrollPlace) => void) {
    for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      // What follows is the reader's doing.
      window.addEventListener(kind, () => this.readerActs(), { passive: true });
    }
    window.addEventListener("blur", () => {
      this.readerUntil = 0;
    });
    document.addEventListener("scroll", () => this.tell(), { passive: true });
  }

  goTo(place: ScrollPlace): void {
    const going = ++this.going;
    let still = 0;
    const step = (framesLeft: number): void => {
      if (going !== this.going || framesLeft === 0 || still === STILL_FRAMES) {
        return;
      }
      still = this.align(place) ? 0 : still + 1;
      requestAnimationFrame(() => step(framesLeft - 1));
    };
    step(MOST_FRAMES);
  }

  /** Says whether anything moved. */
  private align({ block, fraction }: ScrollPlace): boolean {
    const element = document.getElementById(`block-${block}`);
    if (element === null) {
      return false;
    }
    const { top, height } = element.getBoundingClientRect();
    const wanted = top + fraction * height - headHeight();
    if (Math.abs(wanted) <= 4) {
      return false;
    }
    this.readerUntil = 0;
    const before = window.scrollY;
    window.scrollBy({ top: wanted, behavior: "instant" });
    return window.scrollY !== before;
  }

  private readerActs(): void {
    this.readerUntil = performance.now() + READER_MS;
    this.going++;
  }

  private tell(): void {
    if (this.scheduled || !this.isReaders()) {
      return;
    }
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      const place = this.isReaders() ? placeAtTop() : null;
      if (place !== null) {
        this.readerUntil = performance.now() + READER_MS;
        this.scrolled(place);
      }
    });
  }

  private isReaders(): boolean {
    return performance.now() < this.readerUntil;
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
