import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refuseNodeThatEnds } from "#app/db/sqlite-node.ts";
import { requireNode } from "../bin/steps/node-version.mjs";

test.each(["20.19.0", "20.20.2", "22.12.0", "23.11.1"])(
  "Heard runs on Node %s",
  (version) => {
    expect(requireNode(version)).toBe(`Node ${version}`);
    expect(() => refuseNodeThatEnds(version)).not.toThrow();
  },
);

test.each(["24.0.0", "24.21.0", "26.1.0"])(
  "Node %s is refused in words, before anything is installed and where SQLite is opened",
  (version) => {
    expect(() => requireNode(version)).toThrow(version);
    expect(() => refuseNodeThatEnds(version)).toThrow(/Node 22/);
  },
);

test.each(["18.20.8", "20.18.3"])("Node %s is too old", (version) => {
  expect(() => requireNode(version)).toThrow("20.19");
});

test("the container and the package ask for a Node that is not refused", () => {
  const images = readFileSync("Dockerfile", "utf8").matchAll(
    /^FROM node:(\d+)/gm,
  );
  const majors = Array.from(images, ([, major = ""]) => major);
  expect(majors).toHaveLength(2);
  for (const major of majors)
    expect(requireNode(`${major}.99.0`)).toBe(`Node ${major}.99.0`);
  const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as {
    engines: { node: string };
  };
  expect(engines.node).toBe(">=20.19 <24");
});
