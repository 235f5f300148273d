import { enhanceAnyPage } from "./any-page.ts";
import { offerCompletion } from "./complete-search.ts";

/** What the browser runs where a search is typed. */
enhanceAnyPage();
offerCompletion();
