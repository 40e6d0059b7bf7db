/** What a run may cost. Whoever writes the input may be hostile, so only who starts the run can move a limit. */
export declare const LIMITS: {
    readonly 'file-size': {
        readonly value: number;
        readonly unit: "bytes";
        readonly meaning: "a file, or standard input";
    };
    readonly nodes: {
        readonly value: 500000;
        readonly unit: "nodes";
        readonly meaning: "keys and values of a YAML file, once its aliases are expanded";
    };
    readonly nesting: {
        readonly value: 100;
        readonly unit: "levels";
        readonly meaning: "lists and mappings of a YAML file inside each other";
    };
    readonly documents: {
        readonly value: 100;
        readonly unit: "documents";
        readonly meaning: "documents of a YAML file";
    };
    readonly files: {
        readonly value: 5000;
        readonly unit: "files";
        readonly meaning: "Compose files of a project, each counted whenever it is loaded";
    };
    readonly 'include-depth': {
        readonly value: 100;
        readonly unit: "levels";
        readonly meaning: "includes of includes";
    };
    readonly 'extends-depth': {
        readonly value: 100;
        readonly unit: "levels";
        readonly meaning: "services that extend services that extend others";
    };
    readonly copies: {
        readonly value: 300000;
        readonly unit: "values";
        readonly meaning: "values that `include`, `extends` and `env_file` bring in more than once";
    };
    readonly ports: {
        readonly value: 80000;
        readonly unit: "ports";
        readonly meaning: "ports of a project, once ranges are expanded";
    };
    readonly problems: {
        readonly value: 1000;
        readonly unit: "problems";
        readonly meaning: "problems of one kind that are told of a project";
    };
    readonly findings: {
        readonly value: 10000;
        readonly unit: "findings";
        readonly meaning: "findings that are kept, the worst; the others are counted";
    };
    readonly directories: {
        readonly value: 100000;
        readonly unit: "directories";
        readonly meaning: "directories that a search enters";
    };
    readonly 'search-depth': {
        readonly value: 40;
        readonly unit: "levels";
        readonly meaning: "directories inside each other that a search enters";
    };
    readonly projects: {
        readonly value: 20000;
        readonly unit: "directories";
        readonly meaning: "directories with Compose files that a search takes";
    };
};
export type LimitName = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitName, number>>;
export declare function isLimitName(name: string): name is LimitName;
export declare const LIMIT_NAMES: readonly LimitName[];
export declare function limitsWith(given?: Partial<Limits>): Limits;
export declare const DEFAULT_LIMITS: Limits;
/** For the end of a message that a limit causes: its name, its value, and how it is moved. */
export declare function movedBy(name: LimitName, { [name]: value }: Limits): string;
