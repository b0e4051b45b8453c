interface Waiting {
  readonly uri: string;
  readonly block: string;
  readonly name: string;
  readonly value: string;
}

/** A run that takes longer than this is not waited for: the server drops it for a newer one. */
const PATIENCE_MS = 150;

/**
 * Sends what inputs say, no faster than the document follows: one value of each input a frame, and
 * while a run is under way only the newest is kept.
 */
export class Inputs {
  private readonly waiting = new Map<string, Waiting>();
  private busyUntil = 0;
  private scheduled = false;

  constructor(private readonly send: (input: Waiting) => void) {}

  /** Takes in a move in a document, which need not be the one that is looked at when it is sent. */
  moved(uri: string, block: string, name: string, value: string): void {
    this.waiting.set(`${uri}\0${block}\0${name}`, { uri, block, name, value });
    this.schedule();
  }

  /** Hears that a run has ended, so that the next value may go. */
  runEnded(): void {
    this.busyUntil = 0;
    if (this.waiting.size > 0) {
      this.schedule();
    }
  }

  private schedule(): void {
    if (this.scheduled) {
      return;
    }
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  private flush(): void {
    const now = performance.now();
    if (now < this.busyUntil) {
      this.schedule();
      return;
    }
    const inputs = [...this.waiting.values()];
    this.waiting.clear();
    if (inputs.length > 0) {
      this.busyUntil = now + PATIENCE_MS;
      inputs.forEach((input) => this.send(input));
    }
  }
}
