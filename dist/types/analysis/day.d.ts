/** Days as texts: `2027-01-31`. Their order is that of the texts. */
/** Whether the calendar has it. */
export declare function isDay(text: string): boolean;
