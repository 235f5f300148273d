import { createContext, useContext } from "react";

/** The page's CSP nonce; empty in the browser, where scripts are in already. */
export const NonceContext = createContext("");

export const useNonce = () => useContext(NonceContext);
