import embed, { type VisualizationSpec } from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";

/** Fits the page, in the light and in the dark. */
const CONFIG = {
  background: "transparent",
  font: "inherit",
  view: { stroke: "transparent" },
  axis: {
    labelColor: "currentColor",
    titleColor: "currentColor",
    domainColor: "#8885",
    gridColor: "#8883",
    tickColor: "#8885",
  },
  legend: { labelColor: "currentColor", titleColor: "currentColor" },
  title: { color: "currentColor" },
  style: { cell: { stroke: "transparent" } },
};

/**
 * Draws a Vega-Lite specification. Its expressions are interpreted, since the policy of the page
 * lets no text become code.
 *
 * @returns what ends it
 */
export async function drawVega(target: HTMLElement, spec: unknown): Promise<() => void> {
  // In there, a specification may set the options below anew.
  const harmless: unknown = { ...(spec as object), usermeta: undefined };
  const result = await embed(target, harmless as VisualizationSpec, {
    mode: "vega-lite",
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    renderer: "svg",
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
    config: CONFIG,
  });
  return () => result.finalize();
}
