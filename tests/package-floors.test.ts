import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type LockedPackage = { version?: string; resolved?: string; dev?: boolean };
const lockText = readFileSync("package-lock.json", "utf8");
const { packages } = JSON.parse(lockText) as {
  packages: Record<string, LockedPackage>;
};

/** The oldest version without a known hole, and the hole that the one before it had. */
const floors: [name: string, floor: string, hole: string][] = [
  [
    "@remix-run/node",
    "2.17.3",
    "CVE-2025-61686: path traversal in file sessions",
  ],
  [
    "@remix-run/react",
    "2.17.3",
    "CVE-2026-21884: script injection in ScrollRestoration",
  ],
  [
    "@remix-run/server-runtime",
    "2.17.3",
    "CVE-2026-22030: actions from foreign pages",
  ],
  [
    "@remix-run/router",
    "1.23.4",
    "CVE-2026-53668: open redirect to script injection",
  ],
  [
    "react-router",
    "6.30.6",
    "CVE-2026-53668: open redirect to script injection",
  ],
  [
    "react-router-dom",
    "6.30.6",
    "CVE-2026-53668: open redirect to script injection",
  ],
  ["express", "4.22.0", "CVE-2024-43796 and the extended query parser"],
  ["body-parser", "1.20.3", "CVE-2024-45590: denial of service"],
  ["path-to-regexp", "0.1.12", "CVE-2024-52798: slow patterns"],
  ["cookie", "0.7.0", "CVE-2024-47764: cookie fields from names"],
  ["multer", "2.3.0", "CVE-2026-77078: denial of service"],
  ["kysely", "0.28.17", "CVE-2026-44635: injection in JSON paths"],
  ["zod", "3.22.3", "CVE-2023-4316: slow e-mail pattern"],
  ["file-type", "21.3.1", "CVE-2026-31808: 55 bytes stall the event loop"],
  ["vite", "5.4.21", "the development server's file holes"],
];

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [version, floor].map((text) =>
    text.split("-")[0]!.split(".").map(Number),
  ) as [number[], number[]];
  for (const [index, part] of need.entries()) {
    if ((have[index] ?? 0) !== part) return (have[index] ?? 0) > part;
  }
  return true;
}

function lockedVersions(name: string): string[] {
  return Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version = "0" }]) => version);
}

test.each(floors)("%s is %s or newer (%s)", (name, floor) => {
  const versions = lockedVersions(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

test("a version below its floor is told from one above it", () => {
  expect(isAtLeast("2.2.0", "2.3.0")).toBe(false);
  expect(isAtLeast("6.30.10", "6.30.6")).toBe(true);
  expect(isAtLeast("3.0.0-rc.1", "2.9.9")).toBe(true);
});

test("better-sqlite3 is a version that still runs on the oldest Node supported", () => {
  expect(lockedVersions("better-sqlite3")).toEqual([
    expect.stringMatching(/^12\./),
  ]);
});

test("the lock names no registry but the public one", () => {
  const hosts = [...lockText.matchAll(/"resolved": "([^"]+)"/g)]
    .map(([, address]) => new URL(address!).host)
    .filter((host) => host !== "registry.npmjs.org");
  expect(hosts).toEqual([]);
});
