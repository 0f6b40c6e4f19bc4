// The advisory locks of the database, one number each, so that two uses never meet by chance.
export const lockNumbers = { migrate: 7_310_001, sealAudit: 7_310_002, inTurn: 7_310_003, tryAgain: 7_310_004 } as const
