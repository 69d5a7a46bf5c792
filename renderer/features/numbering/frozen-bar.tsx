import './numbering.css';

/** Says that the numbers are frozen, what that means for the text, and leads back. */
export const FrozenBar = ({ onUnfreeze }: { readonly onUnfreeze: () => void }) => (
  <div className="frozen-bar" role="status">
    <span>编号已冻结：新增的条目编为“之一”，删去的编号空着，其他编号不变。</span>
    <button type="button" className="link" onClick={onUnfreeze}>
      解除冻结
    </button>
  </div>
);
