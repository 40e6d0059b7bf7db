/** The evidence's keys are sorted, so their order does not matter. */
export declare function identityOf(ruleId: string, file: string, evidence: Readonly<Record<string, string>>, occurrence: number): string;
/** 32 hexadecimal digits, which few formats tell, and which take longer than the rest of a finding. */
export declare function fingerprintOf(identity: string): string;
