import { readdirSync } from "node:fs";
import { defineConfig } from "vite";
import { sharedModules } from "./vite.program-modules.js";

/** @param {string} folder */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
    (file) => `${folder}/${file}`,
  );

/** What is loaded by its path: the server, the commands, what runs in a thread, the migrations, and what pages take from here. */
const entries = [
  "server.ts",
  ...filesIn("app/tasks").filter((file) =>
    /^app\/tasks\/[^/]+\.ts$/.test(file),
  ),
  ...sharedModules(),
  ...filesIn("migrations").filter((file) => file.endsWith(".ts")),
];

/**
 * Compiles the program's own files, each to one of its own, into build/program;
 * packages stay where they are. A server in one file took more memory, because
 * it held some packages twice.
 */
export default defineConfig({
  publicDir: false,
  logLevel: "warn",
  build: {
    ssr: true,
    target: "node20",
    outDir: "build/program",
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: entries,
      // Some of our files have nothing but types.
      onwarn: (warning, warn) => {
        if (warning.code !== "EMPTY_BUNDLE") warn(warning);
      },
      output: {
        format: "es",
        preserveModules: true,
        preserveModulesRoot: ".",
        entryFileNames: "[name].js",
      },
    },
  },
});
