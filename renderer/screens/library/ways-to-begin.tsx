type WaysToBeginProps = Readonly<{ onNew(): void; onOpenFile(): void; onReuse(): void; onIncoming(): void }>;

/** The ways to begin a document. */
export const WaysToBegin = ({ onNew, onOpenFile, onReuse, onIncoming }: WaysToBeginProps) => (
  <div className="ways">
    <button type="button" className="way" onClick={onNew}>
      <span className="way-mark way-mark-new" aria-hidden="true">
        文
      </span>
      <span>
        <b>从模板新建</b>
        <small>选好文体，填几项，骨架就搭好</small>
      </span>
    </button>
    <button type="button" className="way" onClick={onOpenFile}>
      <span className="way-mark" aria-hidden="true">
        档
      </span>
      <span>
        <b>打开已有文稿</b>
        <small>.docx　.txt　.nigao，拖到这里也行</small>
      </span>
    </button>
    <button type="button" className="way" onClick={onReuse}>
      <span className="way-mark" aria-hidden="true">
        续
      </span>
      <span>
        <b>以去年文稿为底稿</b>
        <small>结构沿用，年份和数字变为待填</small>
      </span>
    </button>
    <button type="button" className="way" onClick={onIncoming}>
      <span className="way-mark" aria-hidden="true">
        核
      </span>
      <span>
        <b>核对来稿</b>
        <small>查一份别处来的文稿，出核稿单</small>
      </span>
    </button>
  </div>
);
