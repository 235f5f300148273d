/**
 * The one source of Remix's options; vite.config.ts hands them to the plugin.
 * The type is the Vite plugin's: `AppConfig` would accept options that the
 * plugin ignores without a word.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: "app",
  ignoredRouteFiles: [
    "**/.*",
    "**/*.test.{ts,tsx}",
    "**/*.{css,scss,md}",
    "**/*.server.{ts,tsx}",
  ],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
