import { expect, test } from "vitest";
import { type Editor, eventually } from "./editor.js";
import { Windows } from "./windows.js";

/** For how long to type, and with which numbers: more of both is for whoever has the time. */
const SECONDS = Number(process.env["TYPING_SECONDS"] ?? 45);
const SEED = Number(process.env["TYPING_SEED"] ?? 1);

/** How long an editor that is busy may take to paint what has been typed. */
const QUIET_MS = 2_000;

const DOCUMENT = `int a = 3
var list = new ArrayList<>(List.of(1, 2))

list.add(a)
list

int twice(int n) { return n * 2; }

twice(a) + list.size()

var text = new StringBuilder("x")
text.append(a)

for (int i = 0; i < a; i++) list.add(i);
list.size() + text.length()
`;

const LINES = [
  "list.add(7)",
  "int b = a + 1",
  "a = a + 1",
  "text.append(list.size())",
  "twice(list.size())",
  "int twice(int n) { return n * 3; }",
  "list.remove(0)",
  'throw new IllegalStateException("no")',
  "record Pair(int x, int y) {}",
  "new Pair(a, list.size())",
  "var a = 5",
  "// words",
  "",
  "int broken = (",
];

// Without lenses all lines are in sight.
const windows = new Windows({ settings: { "colight.codeLenses": false } });

/** The colour of what may be of another text: a block that is broken keeps its last results so. */
const STALE = "rgb(107, 105, 98)";

/** Draws numbers that are the same each time. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

type Draw = ReturnType<typeof drawing>;

/** Does one of the things that people do to a document; says which. */
async function act(editor: Editor, draw: Draw): Promise<string> {
  await editor.press("Control+Home");
  const line = draw(20);
  for (let i = 0; i < line; i++) {
    await editor.page.keyboard.press("ArrowDown");
  }
  const newLine = LINES[draw(LINES.length)] ?? "";
  const actions: [string, () => Promise<void>][] = [
    [
      `type ${newLine}`,
      async () => {
        await editor.press("End", "Enter");
        await editor.type(newLine, 15 + draw(60));
      },
    ],
    [
      "correct the end of a line",
      async () => {
        await editor.press("End", "Backspace");
        await editor.type(String(draw(10)), 30);
      },
    ],
    ["delete a line", () => editor.press("Control+Shift+k")],
    ["move a line down", () => editor.press("Alt+ArrowDown")],
    ["move a line up", () => editor.press("Alt+ArrowUp")],
    ["comment a line", () => editor.press("Control+/")],
    ["paste", () => editor.press("End").then(() => editor.paste(`\n\n${newLine}\n`))],
    ["undo", () => editor.press("Control+z")],
    ["undo thrice", () => editor.press("Control+z", "Control+z", "Control+z")],
    ["redo", () => editor.press("Control+Shift+z")],
    ["join lines", () => editor.press("End", "Delete")],
    ["split a block", () => editor.press("End", "Enter", "Enter")],
  ];
  const [name, action] = actions[draw(actions.length)] ?? ["nothing", () => Promise.resolve()];
  await action();
  await editor.press("Escape");
  return `line ${line + 1}: ${name}`;
}

/**
 * Waits until the extension has heard of all that was typed: the view has each line of code. On a
 * machine that is busy the editor is ahead of its extensions.
 */
async function awaitHeard(editor: Editor): Promise<void> {
  await eventually(async () => {
    const shown = (await editor.viewTexts(".block")).join("\n").replace(/\s+/g, "");
    const code = (await editor.text())
      .split("\n")
      .map((line) => line.replace(/\s+/g, ""))
      .filter((line) => !line.startsWith("//"));
    expect(code.filter((line) => !shown.includes(line))).toEqual([]);
  });
}

test(
  "whatever is typed at random, what is shown is what a clean run shows",
  async () => {
    const draw = drawing(SEED);
    let editor = await windows.open({ "a.jsh": DOCUMENT }, "a.jsh");
    await editor.openView();
    await editor.settled();
    const end = Date.now() + SECONDS * 1000;
    let actions = 0;
    let comparisons = 0;
    let slowest = 0;
    while (Date.now() < end) {
      const done: string[] = [];
      for (let burst = 1 + draw(6); burst > 0; burst--) {
        await editor.focus();
        done.push(await act(editor, draw));
        await editor.pause(draw(3) === 0 ? 300 : 20);
        actions++;
      }
      const typed = Date.now();
      await awaitHeard(editor);
      slowest = Math.max(slowest, Date.now() - typed);
      await editor.settled(QUIET_MS);
      await editor.press("Control+Home");
      // From now on nothing else may be seen, not even for a moment.
      await editor.watchPaintings();
      const lines = await editor.painted();
      const text = lines.map((line) => line.text).join("\n");
      const story = `seed ${SEED}, after ${actions} actions: ${done.join("; ")}\n${text}`;
      const { behind } = await windows.clean(text);
      const bright = lines.filter(({ after, colour }) => after !== "" && colour !== STALE);
      expect(behind, story).toEqual(
        expect.arrayContaining(bright.map(({ text: code, after }) => `${code} ${after}`)),
      );
      if (lines.every(({ colour }) => colour !== STALE)) {
        expect(bright, story).toHaveLength(behind.length);
      }
      expect(await editor.paintings(), story).toHaveLength(1);
      comparisons++;
      if (text.split("\n").length > 24) {
        // What is out of sight is not painted, and could not be compared.
        await editor.close();
        editor = await windows.open({ "a.jsh": DOCUMENT }, "a.jsh");
        await editor.openView();
        await editor.settled();
      }
    }
    console.log(
      `${actions} actions, ${comparisons} comparisons with a clean run; ` +
        `all was heard of after ${slowest} ms at most`,
    );
    expect(comparisons).toBeGreaterThan(0);
    await editor.close();
  },
  (SECONDS + 600) * 1000,
);
