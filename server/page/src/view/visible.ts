const callbacks = new WeakMap<Element, () => void>();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        observer.unobserve(target);
        callbacks.get(target)?.();
        callbacks.delete(target);
      }
    }
  },
  { rootMargin: "600px" },
);

/** Does something once, when an element comes near to what is seen. */
export function whenVisible(element: Element, callback: () => void): void {
  callbacks.set(element, callback);
  observer.observe(element);
}
