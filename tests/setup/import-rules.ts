import path from "node:path";
import { areaOf } from "./area-of.ts";
import { type ImportLine, isCode } from "./import-lines.ts";
import { door } from "./table-rules.ts";

/** The order of the pipeline: an area imports only from those before it. */
export const areas = [
  "text",
  "audit",
  "jobs",
  "mail",
  "limits",
  "calls",
  "accounts",
  "files",
  "portal",
  "attachments",
  "drafts",
  "equality",
  "proofs",
  "responses",
  "imports",
  "evidence",
  "triage",
  "tagging",
  "ledger",
  "redaction",
  "exports",
  "bulk",
  "team",
  "revisions",
  "entries",
  "assessment",
  "publishing",
  "newsletter",
  "archive",
  "keeping",
];

/** What may import what, by the parts of the project; its own part is always open to a file. */
const arrows: Record<string, string[]> = {
  "server.ts": [
    "app/tasks",
    "app/http",
    "app/domain",
    "app/db",
    "app/operator-error",
  ],
  "app/root": ["app/http", "app/ui", "app/words", "app/enhance", "app/screens"],
  "app/screens": ["app/domain", "app/words", "app/addresses"],
  "app/addresses": [],
  "app/operator-error": [],
  "app/program-files": [],
  "app/time-zone": [],
  "app/routes": [
    "app/http",
    "app/ui",
    "app/words",
    "app/enhance",
    "app/screens",
    "app/addresses",
    "app/domain",
    "app/db",
  ],
  "app/tasks": [
    "app/http",
    "app/screens",
    "app/words",
    "app/addresses",
    "app/domain",
    "app/db",
    "app/operator-error",
  ],
  "app/http": ["app/addresses", "app/domain", "app/db", "app/operator-error"],
  "app/domain": [
    "app/db",
    "app/time-zone",
    "app/operator-error",
    "app/program-files",
  ],
  "app/db": ["app/operator-error", "app/program-files"],
  "app/ui": ["app/addresses", "app/enhance"],
  "app/words": ["app/time-zone"],
  "app/enhance": [],
  migrations: [],
};

const openToEverything = new Set(["tests", "bench", "bin", "tools"]);

function partOf(file: string): string {
  const [top = "", second = ""] = file.split("/");
  if (top === "server.ts" || top === "migrations") return top;
  if (/^app\/([a-z]+-)?addresses\.ts$/.test(file)) return "app/addresses";
  if (file === "app/time-zone.ts") return "app/time-zone";
  if (file === "app/operator-error.ts") return "app/operator-error";
  if (file === "app/program-files.ts") return "app/program-files";
  if (top === "app") return second.includes(".") ? "app/root" : `app/${second}`;
  if (["tests", "bench", "bin"].includes(top)) return top;
  return file.includes("/") || !isCode(file) ? "package" : "tools";
}

function isPackage(line: ImportLine): boolean {
  return !/^(app|migrations|tests|bench|bin)\/|^[^/]+\.(ts|js|mjs)$/.test(
    line.to,
  );
}

function isBrowserSafe(file: string): boolean {
  return (
    /^app\/(domain|words|screens|([a-z]+-)?addresses|time-zone)\b/.test(file) &&
    !/\.(server|worker)\.tsx?$/.test(file)
  );
}

function isQueries(file: string): boolean {
  return file.endsWith(".queries.server.ts");
}

type Rule = { rule: string; isBroken: (line: ImportLine) => boolean };

export const rules: Rule[] = [
  {
    rule: "an import goes down the one arrow",
    isBroken: (line) => {
      const [from, to] = [partOf(line.from), partOf(line.to)];
      if (isPackage(line) || from === to || openToEverything.has(from))
        return false;
      return !arrows[from]?.includes(to);
    },
  },
  {
    rule: "an area imports only from earlier ones",
    isBroken: (line) => {
      const [from, to] = [areaOf(line.from), areaOf(line.to)];
      if (!from || !to || from === to) return false;
      return (
        areas.indexOf(to) === -1 || areas.indexOf(to) > areas.indexOf(from)
      );
    },
  },
  {
    // The door hands out a statement for the queries of other areas to finish, and for nobody else.
    rule: "an area's queries are its own",
    isBroken: (line) =>
      !(line.to === door && isQueries(line.from)) &&
      isQueries(line.to) &&
      path.dirname(line.to) !== path.dirname(line.from) &&
      !line.from.startsWith("tests/"),
  },
  {
    rule: "the area of files knows bytes and names, and neither rows nor jobs",
    isBroken: (line) =>
      areaOf(line.from) === "files" &&
      !isPackage(line) &&
      line.to !== "app/program-files.ts" &&
      !["files", "text"].includes(areaOf(line.to) ?? ""),
  },
  {
    rule: "the rooms of files are its own; its doors stand before them",
    isBroken: (line) =>
      /^app\/domain\/files\/[^/]+\//.test(line.to) &&
      areaOf(line.from) !== "files" &&
      !line.from.startsWith("tests/"),
  },
  {
    rule: "routes and the request's code take the database from their context, not from app/db",
    isBroken: (line) =>
      /^app\/(routes|http|root|entry)/.test(line.from) &&
      line.to.startsWith("app/db/") &&
      // What an operation of the database throws, and no way into it.
      line.to !== "app/db/cannot-save.ts" &&
      !line.isTypeOnly,
  },
  {
    rule: "tasks take only settings from app/http",
    isBroken: (line) =>
      line.from.startsWith("app/tasks/") &&
      line.to.startsWith("app/http/") &&
      !/^app\/http\/(env|move-settings|portal-settings)\.server\.ts$/.test(
        line.to,
      ) &&
      !line.isTypeOnly,
  },
  {
    rule: "what a route asks of its request knows nothing of the gate",
    isBroken: (line) =>
      line.from.startsWith("app/http/request/") &&
      line.to.startsWith("app/http/gate/") &&
      !line.isTypeOnly,
  },
  {
    rule: "the domain knows no screen and no server",
    isBroken: (line) =>
      line.from.startsWith("app/domain/") &&
      /^(react|react-dom|express|multer|@remix-run|@conform-to|govuk-frontend)(\/|$)/.test(
        line.to,
      ),
  },
  {
    rule: "only queries and app/db speak to Kysely",
    isBroken: (line) =>
      line.to === "kysely" &&
      line.from.startsWith("app/") &&
      !line.from.startsWith("app/db/") &&
      !isQueries(line.from),
  },
  {
    rule: "only app/db opens SQLite or PostgreSQL",
    isBroken: (line) =>
      ["better-sqlite3", "pg"].includes(line.to) &&
      /^(app|server\.ts)/.test(line.from) &&
      !line.from.startsWith("app/db/"),
  },
  {
    rule: "ui and words import only themselves, React and its like",
    isBroken: (line) =>
      /^app\/(ui|words)\//.test(line.from) &&
      isPackage(line) &&
      !/^(react|@remix-run\/react|govuk-frontend|uqr)(\/|$)/.test(line.to),
  },
  {
    rule: "the public side's script imports only itself",
    isBroken: (line) =>
      line.from.startsWith("app/enhance/") &&
      isPackage(line) &&
      !(
        line.from === "app/enhance/send-file.ts" && line.to === "tus-js-client"
      ),
  },
  {
    rule: "what a browser may load imports nothing of the server's",
    isBroken: (line) =>
      isBrowserSafe(line.from) &&
      !line.isTypeOnly &&
      /\.server\.tsx?$|^node:|^kysely/.test(line.to),
  },
  {
    rule: "a migration imports Kysely and ddl.ts, and nothing else",
    isBroken: (line) =>
      line.from.startsWith("migrations/") &&
      !["kysely", "migrations/ddl.ts"].includes(line.to),
  },
];

/** The names of the rules that an import line breaks. */
export function brokenRules(line: ImportLine): string[] {
  return rules.filter((rule) => rule.isBroken(line)).map(({ rule }) => rule);
}
