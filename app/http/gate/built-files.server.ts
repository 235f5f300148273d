import { readdirSync } from "node:fs";
import path from "node:path";
import express, { type RequestHandler } from "express";

/**
 * Sends what the build has made for browsers. Its names are read once:
 * `express.static` by itself would ask the disk about the address of each page.
 */
export function sendBuiltFiles(folder: string): RequestHandler {
  const names = new Set(readdirSync(folder));
  const files = express.Router();
  files.use(
    "/assets",
    express.static(path.join(folder, "assets"), {
      immutable: true,
      maxAge: "1y",
    }),
  );
  files.use(express.static(folder, { maxAge: "1h", index: false }));
  return (request, response, next) => {
    const [, name = ""] = request.path.split("/", 2);
    if (names.has(name)) files(request, response, next);
    else next();
  };
}
