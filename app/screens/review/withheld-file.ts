/** Stands in the place of the name of a file that its reader may not see. */
export const withheldFile = "A file that is withheld";

/** Why it cannot be opened, and who can. */
export const onlyForLeads =
  "Two people agreed to withhold it. Only leads and admins can open it.";
