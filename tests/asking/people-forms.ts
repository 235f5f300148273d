/** The forms of one's own account and of the team, with the fields that each knows. */
export const peopleForms: Record<string, string[]> = {
  "review.account_.notices.ts": ["handedOver"],
  "review.account_.passkeys.tsx": ["intent", "newName", "passkey"],
  "review.account_.passkeys_.options.ts": [],
  "review.account_.password.tsx": ["oldPassword", "newPassword"],
  "review.account_.recovery-codes.tsx": ["password"],
  "review.account_.second-step.tsx": ["offer", "password", "code"],
  "review.people_.groups_.new.tsx": ["name", "members"],
  "review.people_.groups_.$group.tsx": ["name", "members", "rowVersion"],
  "review.people_.groups_.$group_.end.tsx": ["rowVersion"],
  "review.people_.$person.tsx": ["role"],
  "review.people_.$person_.disable.tsx": ["intent"],
  "review.people_.$person_.provider.tsx": [],
  "review.people_.$person_.reset.tsx": [],
  "review.people_.$person_.second-step.tsx": [],
  "review.people_.invitations.$invitation.tsx": ["intent"],
  "review.people_.invite.tsx": ["email", "role"],
};
