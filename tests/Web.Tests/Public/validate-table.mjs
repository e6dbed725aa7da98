// Validates a CSV file against a table schema; prints each error on a line, and the number of rows at the end.
// usage: node validate-table.mjs schema.json file.csv
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Schema, Table } = require("tableschema");

const [schemaFile, csvFile] = process.argv.slice(2);
const schema = await Schema.load(schemaFile);
const errors = schema.errors.map((error) => `schema: ${error.message}`);

const table = await Table.load(csvFile, { schema, encoding: "utf-8" });
const rows = await table.read({ forceCast: true });
for (const row of rows) {
  if (!(row instanceof Error)) continue;
  errors.push(`row ${row.rowNumber}: ${row.message}`, ...(row.errors ?? []).map((error) => `row ${error.rowNumber}, column ${error.columnNumber}: ${error.message}`));
}

const names = schema.fieldNames;
if (JSON.stringify(table.headers) !== JSON.stringify(names)) errors.push(`headers: ${table.headers}`);
for (const error of errors) console.log(error);
console.log(`${rows.length} rows`);
process.exitCode = errors.length === 0 ? 0 : 1;
