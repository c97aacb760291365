/// The one script of the page: it shows the filters and hides what they leave out.
enum DiffPageScript {
  static let text = """
    (function(){
    'use strict';
    var form=document.getElementById('filters');
    if(!form){return;}
    form.hidden=false;
    var rows=Array.prototype.slice.call(document.querySelectorAll('tr.c'));
    var cards=Array.prototype.slice.call(document.querySelectorAll('.card'));
    function value(name){var field=form.elements[name];return field?field.value:'';}
    function off(element,hide){
    if(hide){element.setAttribute('data-off','');}else{element.removeAttribute('data-off');}
    }
    function apply(){
    var kinds={};
    form.querySelectorAll('input[name=kind]').forEach(function(box){kinds[box.value]=box.checked;});
    var unit=value('unit'),section=value('section'),shown=0;
    rows.forEach(function(row){
    var d=row.dataset;
    var hide=kinds[d.k]===false||(unit!==''&&d.u!==unit)||(section!==''&&d.s!==section);
    off(row,hide);
    if(!hide){shown+=1;}
    });
    cards.forEach(function(card){off(card,!card.querySelector('tr.c:not([data-off])'));});
    document.getElementById('shown').textContent=shown+' / '+rows.length;
    }
    form.addEventListener('change',apply);
    form.addEventListener('submit',function(event){event.preventDefault();});
    apply();
    })();
    """
}
