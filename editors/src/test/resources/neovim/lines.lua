-- Where lines are after edits, compared with what is in a buffer.
local it, equal = Harness.it, Harness.equal
local lines = require('colight.lines')

local function edit(first, last, new_last, tick)
  return { first = first, last = last, new_last = new_last, tick = tick or 1 }
end

it('a line above an edit stays, one below moves, one within is lost', function()
  equal(1, lines.after(1, edit(2, 3, 5)))
  equal(nil, lines.after(2, edit(2, 3, 5)))
  equal(5, lines.after(3, edit(2, 3, 5)))
  equal(1, lines.after(3, edit(0, 2, 0)))
  equal(3, lines.after(2, edit(2, 2, 3)))
end)

it('edits that the server knew of count no more', function()
  local edits = { edit(0, 0, 1, 5), edit(0, 0, 1, 6) }
  equal(2, lines.now(0, edits, 4))
  equal(1, lines.now(0, edits, 5))
  equal(0, lines.now(0, edits, 6))
end)

it('a block grows, shrinks and moves with its lines', function()
  local function block(first, last, change)
    return { lines.block_after(first, last, change) }
  end
  equal({ 2, 4, false }, block(2, 4, edit(5, 6, 6)))
  equal({ 3, 5, false }, block(2, 4, edit(0, 1, 2)))
  equal({ 2, 6, true }, block(2, 4, edit(3, 4, 6)))
  equal({ 2, 3, true }, block(2, 4, edit(3, 4, 3)))
  equal({ 2, 4, true }, block(2, 4, edit(2, 3, 3)))
  equal({ nil, nil, true }, block(2, 4, edit(1, 6, 1)))
end)

it('whatever is edited, a line is where its text is', function()
  math.randomseed(7)
  vim.cmd.enew()
  for _ = 1, 200 do
    local text = {}
    for i = 1, 12 do
      text[i] = 'line ' .. i
    end
    vim.api.nvim_buf_set_lines(0, 0, -1, false, text)
    local edits = {}
    vim.api.nvim_buf_attach(0, false, {
      on_lines = function(_, _, tick, first, last, new_last)
        if not edits then
          return true
        end
        edits[#edits + 1] = edit(first, last, new_last, tick)
      end,
    })
    local version = vim.b.changedtick
    for _ = 1, 6 do
      local count = vim.api.nvim_buf_line_count(0)
      local first = math.random(0, count)
      local last = math.min(count, first + math.random(0, 2))
      local new = {}
      for i = 1, math.random(0, 2) do
        new[i] = 'new ' .. math.random(1e6)
      end
      vim.api.nvim_buf_set_lines(0, first, last, false, new)
    end
    for row = 0, 11 do
      local now = lines.now(row, edits, version)
      if now then
        equal(text[row + 1], vim.api.nvim_buf_get_lines(0, now, now + 1, false)[1])
      end
    end
    edits = nil
    vim.api.nvim_buf_set_lines(0, 0, 0, false, { '' })
  end
end)
