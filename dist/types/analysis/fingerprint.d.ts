/** 32 hexadecimal digits. The evidence's keys are sorted, so their order does not matter. */
export declare function fingerprintOf(ruleId: string, file: string, evidence: Readonly<Record<string, string>>, occurrence: number): string;
