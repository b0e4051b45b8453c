// Finds out whose code a bundle holds, and under what licence: what esbuild says it took.
import { readdir, readFile } from "node:fs/promises";

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Returns the packages in bundles, by name: their versions, licences and the texts of these. */
export async function packagesOf(metafiles, base = ".") {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const found = PACKAGE.exec(input);
      if (found !== null) {
        folders.add(found[0]);
      }
    }
  }
  const packages = await Promise.all([...folders].map((folder) => describe(`${base}/${folder}`)));
  return packages.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

async function describe(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    await readFile(`${folder}/package.json`, "utf8"),
  );
  if (typeof license !== "string") {
    throw new Error(`${name} says nothing of its licence`);
  }
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, "utf8")));
  if (texts.length === 0) {
    // Some say by whom they are, and leave the text in their repository.
    texts.push(
      `Copyright ${author?.name ?? author ?? name}. ${repository?.url ?? repository ?? ""}`,
    );
  }
  return { title: `${name} ${version} (${license})`, texts };
}

/** Returns the notices as a text: a line with `==` for each package, and its licence. */
export function notices(packages) {
  return packages
    .map(({ title, texts }) => [`== ${title}`, ...texts.map((text) => text.trim())].join("\n\n"))
    .join("\n\n")
    .replaceAll("\r\n", "\n")
    .concat("\n");
}

/** Returns what a file says that holds code of packages, and has no room for their licences. */
export function summary(packages) {
  const titles = packages.map(({ title }) => title.replaceAll("--", "- -"));
  return `<!-- With code of: ${titles.join(", ")} -->`;
}
