--- Where lines of an older text of a buffer are in its present one.
local M = {}

---@class colight.Edit
---@field tick integer changedtick after it, which is the version that the server hears
---@field first integer
---@field last integer first line below what was replaced
---@field new_last integer first line below what it was replaced by

--- Returns where a line is after an edit, or nil where it was changed or deleted.
---@param row integer
---@param edit colight.Edit
---@return integer?
function M.after(row, edit)
  if row < edit.first then
    return row
  end
  if row >= edit.last then
    return row + edit.new_last - edit.last
  end
  return nil
end

--- Returns where a line of a version is now, or nil where it has been changed since.
---@param row integer
---@param edits colight.Edit[]
---@param version integer
---@return integer?
function M.now(row, edits, version)
  ---@type integer?
  local at = row
  for _, edit in ipairs(edits) do
    if edit.tick > version then
      at = M.after(at, edit)
      if not at then
        return nil
      end
    end
  end
  return at
end

--- Returns where the first and the last line of a block are after an edit, and whether it touched
--- the block. Where nothing is left of it, nil.
---@return integer? first, integer? last, boolean touched
function M.block_after(first, last, edit)
  if edit.first > last then
    return first, last, false
  end
  local delta = edit.new_last - edit.last
  if edit.last <= first then
    return first + delta, last + delta, false
  end
  if edit.first <= first and edit.last > last and edit.new_last == edit.first then
    return nil, nil, true
  end
  local from = math.min(first, edit.first)
  return from, math.max(from, math.max(last, edit.last - 1) + delta), true
end

--- The same for all edits since a version.
function M.block_now(first, last, edits, version)
  local touched = false
  for _, edit in ipairs(edits) do
    if edit.tick > version then
      local by
      first, last, by = M.block_after(first, last, edit)
      touched = touched or by
      if not first then
        return nil, nil, true
      end
    end
  end
  return first, last, touched
end

return M
