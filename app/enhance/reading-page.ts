import { enhanceAnyPage } from "./any-page.ts";
import { offerExit } from "./leave-page.ts";

/** What the browser runs on a page whose form keeps nothing while it is typed into, or that has none. */
offerExit();
enhanceAnyPage();
