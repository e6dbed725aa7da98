// Writes the outlines of the five departments of Hauts-de-France (code;x;y;path), after a first line with the box that holds them all.
// usage: node departments.mjs index.js departments.txt
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [source, target] = process.argv.slice(2);
const CODES = ["02", "59", "60", "62", "80"];
const MARGIN = 2;

const { default: map } = await import(pathToFileURL(resolve(source)).href);

/** The points of a path of relative and absolute moves and lines: those are all that the map is made of. */
function pointsOf(path) {
  const points = [];
  let [x, y, startX, startY, command, isFirst] = [0, 0, 0, 0, "m", true];
  const tokens = path.match(/[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?/g);
  for (let i = 0; i < tokens.length; ) {
    if (/[a-zA-Z]/.test(tokens[i])) {
      command = tokens[i++];
      isFirst = true;
      if (command.toLowerCase() === "z") [x, y] = [startX, startY];
      else if (!"mMlL".includes(command)) throw new Error(`The map draws with « ${command} », which this script does not know.`);
      continue;
    }

    const [dx, dy] = [Number(tokens[i]), Number(tokens[i + 1])];
    i += 2;
    [x, y] = command === command.toLowerCase() ? [x + dx, y + dy] : [dx, dy];
    if (command.toLowerCase() === "m" && isFirst) [startX, startY] = [x, y];
    isFirst = false;
    points.push([x, y]);
  }

  return points;
}

/** The point of the outline that is farthest from its edge: a label fits there. */
function middleOf(points) {
  const STEPS = 60;
  const edges = points.map((point, i) => [point, points[(i + 1) % points.length]]);
  const isInside = ([x, y]) => edges.reduce((inside, [[x1, y1], [x2, y2]]) => (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside), false);
  const distanceTo = ([x, y]) => Math.min(...edges.map(([[x1, y1], [x2, y2]]) => {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
  }));
  const [[left, top], [right, bottom]] = [Math.min, Math.max].map((end) => [0, 1].map((axis) => end(...points.map((point) => point[axis]))));
  const grid = Array.from({ length: STEPS * STEPS }, (_, i) => [left + ((right - left) * (i % STEPS)) / STEPS, top + ((bottom - top) * Math.floor(i / STEPS)) / STEPS]);
  const inside = grid.filter(isInside).map((point) => [distanceTo(point), point]);
  const [, [x, y]] = inside.reduce((best, next) => (next[0] > best[0] ? next : best));
  // Text stands on its base: half a letter lower.
  return [x, y + 3];
}

const departments = CODES.map((code) => {
  const found = map.locations.find((location) => location.id === code);
  if (!found) throw new Error(`The map has no department ${code}.`);
  return { code, path: found.path, points: pointsOf(found.path) };
});
const all = departments.flatMap((department) => department.points);
const [left, top] = [0, 1].map((axis) => Math.min(...all.map((point) => point[axis])) - MARGIN);
const [right, bottom] = [0, 1].map((axis) => Math.max(...all.map((point) => point[axis])) + MARGIN);
const round = (value) => Math.round(value * 100) / 100;

const lines = [[left, top, right - left, bottom - top].map(round).join(" ")];
for (const { code, path, points } of departments) lines.push([code, ...middleOf(points).map(round), path].join(";"));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, lines.join("\n") + "\n");
