import type { DocumentSummary } from '../../../shared/document/summary';
import { documentFunctions, functionNames } from '../../../shared/functions/types';
import { Tip } from '../../app/ui/tip';

const stateWords = { present: '有', thin: '偏空', missing: '缺', 'not-required': '不要求' } as const;

/** The four functions of a document as four small bars: there, thin, missing, not asked for. */
export const FunctionBars = ({ functions }: { readonly functions: DocumentSummary['functions'] }) => {
  const words = documentFunctions.map((name) => `${functionNames[name]}：${stateWords[functions[name]]}`).join('　');
  return (
    <Tip text={words}>
      <span className="bars" role="img" aria-label={words}>
        {documentFunctions.map((name) => (
          <i key={name} data-function={name} data-state={functions[name]} />
        ))}
      </span>
    </Tip>
  );
};
