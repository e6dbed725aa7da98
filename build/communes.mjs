// Writes the communes of France, one a line (code;name;postal codes): those of Hauts-de-France in one file, the others in another.
// usage: node communes.mjs communes.json hauts-de-france.csv elsewhere.csv
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const [source, inRegion, elsewhere] = process.argv.slice(2);
const HAUTS_DE_FRANCE = "32";

const communes = JSON.parse(readFileSync(source, "utf8")).filter((commune) => commune.type === "commune-actuelle");

function write(target, selected) {
  const lines = selected.map((commune) => [commune.code, commune.nom, (commune.codesPostaux ?? []).join(" ")].join(";"));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, lines.join("\n") + "\n");
}

write(inRegion, communes.filter((commune) => commune.region === HAUTS_DE_FRANCE));
write(elsewhere, communes.filter((commune) => commune.region !== HAUTS_DE_FRANCE));
