/** What is wrong with a card, as the platform words it behind `ext=` (im-v1/message/create, 230099 子错误码). */
export class CardProblem extends Error {
  readonly code: number;
  readonly path: string;
  readonly value: string;

  constructor(code: number, message: string, o: { path?: string; value?: string } = {}) {
    super(message);
    this.code = code;
    this.path = o.path ?? '';
    this.value = o.value ?? '';
  }

  /** `ErrCode: 200861; ErrPath: ROOT -> body -> elements -> [1](tag: note); ErrMsg: …; ErrorValue: …; ` */
  say(): string {
    const path = this.path === '' ? '' : `ErrPath: ${this.path}; `;
    const value = this.value === '' ? '' : `ErrorValue: ${this.value}; `;
    return `ErrCode: ${this.code}; ${path}ErrMsg: ${this.message}; ${value}`;
  }
}

const PARSE_FAILED = 'parse card json err, please check whether the card json is correct';

/** 200621: a property is unknown, missing or of the wrong shape. */
export function badShape(path: string, value: string): CardProblem {
  return new CardProblem(200621, PARSE_FAILED, { path, value });
}
