import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { compressFiles } from "./vite.compressed-files.js";
import { takeFromProgram } from "./vite.program-modules.js";

export default defineConfig({
  // Vitest must not load the Remix plugin (remix-run/remix#9871).
  plugins: process.env.VITEST
    ? []
    : [takeFromProgram, remix(remixConfig), compressFiles],
  css: {
    preprocessorOptions: {
      scss: { quietDeps: true, loadPaths: ["node_modules"] },
    },
  },
  build: { assetsInlineLimit: 0 },
});
