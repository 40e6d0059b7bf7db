/** Finds `name=value` and `name: value` in connection strings, configuration files and JSON, with offsets. */
export interface Assignment {
    readonly name: string;
    /** The value stands in quotes; its range leaves them out. */
    readonly quoted: boolean;
    readonly start: number;
    readonly end: number;
}
export interface AssignmentSyntax {
    /** Units that part a name from its value. */
    readonly operators: string;
    /** Units that end a value without quotes. A line end always does. */
    readonly terminators: string;
}
/** Host and credentials in one text: `Server=db;Password=x`, `host=db password=x`, `redis:6379,password=x`. */
export declare function connectionStringSyntax(text: string): AssignmentSyntax;
/** INI, properties, TOML, YAML and JSON, near enough to find their pairs. */
export declare const CONFIGURATION_SYNTAX: AssignmentSyntax;
export declare function assignmentsIn(text: string, syntax: AssignmentSyntax): Iterable<Assignment>;
