/** For how many hours whoever left can undo it by themselves, as an organization likes (R142). */
export const undoHours = { least: 0, most: 72 } as const
