/** What a reader chose, kept from one visit to the next where the browser lets us. */
export interface Preferences {
  theme: "auto" | "light" | "dark";
  code: boolean;
  prose: boolean;
  values: boolean;
  /** Whether the page stays where it is when something is edited elsewhere. */
  pinned: boolean;
  sidebar: boolean;
  recent: string[];
}

const KEY = "colight";
const DEFAULTS: Preferences = {
  theme: "auto",
  code: true,
  prose: true,
  values: true,
  pinned: false,
  sidebar: true,
  recent: [],
};

export function loadPreferences(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>;
    return { ...DEFAULTS, ...kept };
  } catch {
    return { ...DEFAULTS };
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Without storage they last as long as the page.
  }
}

/** Puts the choices into effect. */
export function applyPreferences(preferences: Preferences): void {
  const root = document.documentElement;
  if (preferences.theme === "auto") {
    delete root.dataset["theme"];
  } else {
    root.dataset["theme"] = preferences.theme;
  }
  for (const what of ["code", "prose", "values"] as const) {
    root.classList.toggle(`without-${what}`, !preferences[what]);
  }
  root.classList.toggle("with-sidebar", preferences.sidebar);
}
