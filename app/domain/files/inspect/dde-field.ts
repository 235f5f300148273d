/** A field by which a document asks another program for its content, and may start it. */
export const ddeField = /(?<![A-Za-z0-9_])DDE(?:AUTO)?(?![A-Za-z0-9_])/i;
