import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/** Remix with its defaults, as somebody begins with it. */
export default defineConfig({
  plugins: [
    remix({
      appDirectory: "app",
      buildDirectory: "../../../build/floor",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: { assetsInlineLimit: 0 },
});
