import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { serverCommand, serverFile } from "../bin/steps/server-command.mjs";

test.each(["package.json", "Dockerfile", "README.md"])(
  "%s runs the built server with Node's flags for it",
  (file) => {
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.includes(serverFile));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toContain(`node ${serverCommand.join(" ")}`);
  },
);
