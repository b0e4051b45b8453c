/** Outlines in a square of 16, drawn with a stroke. */
export const ICONS = {
  run: "M4.5 3v10l8-5z",
  stop: "M4 4h8v8H4z",
  restart: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3",
  verify: "M8 1.8 13 4v4c0 3-2.2 5.2-5 6.2C5.200 13.2 3 11 3 8V4zM5.800 8l1.700 1.700 3-3.200",
  code: "M5.500 4.500 2 8l3.500 3.500M10.500 4.500 14 8l-3.500 3.500",
  prose: "M3 4h10M3 8h10M3 12h6",
  values: "M3 6h10M3 10h10",
  pinned: "M8 2v9M4.500 7.500 8 11l3.500-3.500M3 14h10",
  search: "M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM10.300 10.300 14 14",
  export: "M8 10V2M5 4.500 8 2l3 2.500M3 9v4.500h10V9",
  theme: "M13 9.500A5.500 5.500 0 0 1 6.500 3a5.500 5.500 0 1 0 6.500 6.500z",
  help: "M5.800 6a2.200 2.200 0 1 1 3.300 1.900c-.700.400-1.100.800-1.100 1.600M8 12v.200",
  view: "M1.800 8s2.200-4 6.200-4 6.200 4 6.200 4-2.200 4-6.200 4-6.200-4-6.200-4zM8 6.200a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600z",
  outline: "M2.500 4h11M4.500 8h9M4.500 12h9",
} as const;

const SVG = "http://www.w3.org/2000/svg";

export function icon(name: keyof typeof ICONS): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}
