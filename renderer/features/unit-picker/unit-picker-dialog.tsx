import { type FormEvent, useMemo, useState } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { unitsFor } from '../../../shared/units/unit-dictionary';
import { readUnitNote, wordingOf, writeUnitNote } from '../../../shared/units/unit-note';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { useUnits } from '../../app/units';
import type { NotePlace } from '../../editor/commands/unit-note';
import { UnitField } from './unit-field';
import './unit-picker.css';

type UnitPickerDialogProps = Readonly<{
  document: GovDocument;
  place: NotePlace;
  onSave(place: NotePlace): void;
  onClose(): void;
}>;

const formId = 'unit-picker';

/** 责任单位: who leads, who supports, until when; writes the note's text in the document's own words. */
export const UnitPickerDialog = ({ document, place, onSave, onClose }: UnitPickerDialogProps) => {
  const dictionary = useUnits();
  const units = useMemo(() => unitsFor(document, dictionary), [document, dictionary]);
  const wording = useMemo(() => wordingOf(document), [document]);
  const before = useMemo(() => (place.text === '' ? null : readUnitNote(place.text)), [place]);
  const [note, setNote] = useState(before ?? { lead: [], support: [], deadline: '' });
  const [own, setOwn] = useState(place.own);
  // A note nobody has changed keeps its words, whatever its wording.
  const text = note === before ? place.text : writeUnitNote(note, wording);
  const unread = place.text !== '' && before === null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...place, text: unread && text === '' ? place.text : text, own });
  };
  return (
    <DialogFrame
      title="责任单位"
      onClose={onClose}
      foot={
        <>
          {place.text !== '' && (
            <button type="button" className="btn btn-ghost" onClick={() => onSave({ ...place, text: '', own })}>
              删去这条
            </button>
          )}
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={formId} className="btn btn-primary" disabled={text === '' && place.text === ''}>
            写入
          </button>
        </>
      }
    >
      <form id={formId} className="unit-picker" onSubmit={save}>
        {unread && <p className="field-note">未能读出原有写法。选定单位后，将代替“{place.text}”。</p>}
        <UnitField
          label="牵头单位（只有一类时为责任单位）"
          units={units}
          taken={note.support}
          value={note.lead}
          onChange={(lead) => setNote({ ...note, lead })}
        />
        <UnitField
          label="配合单位"
          units={units}
          taken={note.lead}
          value={note.support}
          onChange={(support) => setNote({ ...note, support })}
        />
        <div className="field">
          <label htmlFor="unit-deadline">完成时限</label>
          <input
            id="unit-deadline"
            className="input"
            maxLength={40}
            placeholder="如 2027年6月底前"
            value={note.deadline}
            onChange={(event) => setNote({ ...note, deadline: event.currentTarget.value })}
          />
        </div>
        <label className="choice">
          <input type="checkbox" checked={own} onChange={(event) => setOwn(event.currentTarget.checked)} />
          <span>
            另起一段
            <small>不选时，接在上一段末尾印出。</small>
          </span>
        </label>
        <p className="unit-preview" role="status">
          {text || '（还没有选单位）'}
        </p>
      </form>
    </DialogFrame>
  );
};
