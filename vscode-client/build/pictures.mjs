// Takes the pictures that the tests in VS Code have made into the README: npm run pictures.
import { copyFile } from "node:fs/promises";

for (const name of ["view", "hover", "editor"]) {
  await copyFile(`target/pictures/${name}.png`, `images/${name}.png`);
}
