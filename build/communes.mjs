// Writes the communes of Hauts-de-France, one a line: code;name;postal codes.
// usage: node communes.mjs communes.json output.csv
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const [source, target] = process.argv.slice(2);
const HAUTS_DE_FRANCE = "32";

const lines = JSON.parse(readFileSync(source, "utf8"))
  .filter((commune) => commune.type === "commune-actuelle" && commune.region === HAUTS_DE_FRANCE)
  .map((commune) => [commune.code, commune.nom, (commune.codesPostaux ?? []).join(" ")].join(";"));

mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, lines.join("\n") + "\n");
